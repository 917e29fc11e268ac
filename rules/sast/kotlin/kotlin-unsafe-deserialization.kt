fun Application.sessions() {
    routing {
        post("/session") {
            // ruleid: kotlin-unsafe-deserialization
            val session = ObjectInputStream(call.receiveStream()).readObject()
            val text = call.receiveText()
            // ruleid: kotlin-unsafe-deserialization
            val settings = Yaml().load<Any>(text)
            val bytes = Base64.getDecoder().decode(call.request.cookies["session"])
            // ruleid: kotlin-unsafe-deserialization
            val old = ObjectInputStream(ByteArrayInputStream(bytes)).readObject()
            // ruleid: kotlin-unsafe-deserialization
            val other = SerializationUtils.deserialize<Any>(bytes)
            // ok: kotlin-unsafe-deserialization
            val user = Json.decodeFromString<User>(text)
            // ok: kotlin-unsafe-deserialization
            val safe = Yaml(SafeConstructor(LoaderOptions())).load<Any>(text)
            // ok: kotlin-unsafe-deserialization
            val own = ObjectInputStream(FileInputStream("/var/lib/app/state")).readObject()
            // ok: kotlin-unsafe-deserialization
            val typed = mapper.readValue(text, User::class.java)
        }
    }
}
