package shop

import java.sql.DriverManager
import org.jetbrains.exposed.sql.Database

private const val OPEN = "orders7plum"

fun plain(url: String) {
    // ruleid: kotlin-hardcoded-connection-password
    DriverManager.getConnection(url, "shop", "orders7plum")
    // ruleid: kotlin-hardcoded-connection-password
    java.sql.DriverManager.getConnection("jdbc:h2:mem:x", "shop", "orders7plum").use { }
    // ruleid: kotlin-hardcoded-connection-password
    Database.connect(url, driver = "org.postgresql.Driver", user = "shop", password = "orders7plum")
    // ruleid: kotlin-hardcoded-connection-password
    DriverManager.getConnection(url, "shop", OPEN)
}

fun elsewhere(url: String, secrets: Map<String, String>) {
    // ok: kotlin-hardcoded-connection-password
    DriverManager.getConnection(url, "shop", System.getenv("DB_PASSWORD"))
    // ok: kotlin-hardcoded-connection-password
    DriverManager.getConnection(url, "shop", secrets.getValue("db"))
    // ok: kotlin-hardcoded-connection-password
    DriverManager.getConnection(url, "shop", "")
    // ok: kotlin-hardcoded-connection-password
    Database.connect(url, user = "shop", password = "${secrets["db"]}")
    // ok: kotlin-hardcoded-connection-password
    DriverManager.getConnection("jdbc:h2:mem:test", "sa", "sa")
}
