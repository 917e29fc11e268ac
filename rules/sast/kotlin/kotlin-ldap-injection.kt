@RestController
class People(private val context: DirContext, private val ldapTemplate: LdapTemplate) {
    @GetMapping("/people")
    fun find(@RequestParam name: String): List<String> {
        // ruleid: kotlin-ldap-injection
        context.search("ou=people", "(uid=" + name + ")", controls)
        val filter = "(&(uid=${name.trim()})(objectClass=person))"
        // ruleid: kotlin-ldap-injection
        ldapTemplate.search("ou=people", filter, mapper)
        // ruleid: kotlin-ldap-injection
        val parsed = Filter.create("(cn=" + name + ")")
        byName(name)
        // ok: kotlin-ldap-injection
        context.search("ou=people", "(uid={0})", arrayOf(name), controls)
        // ok: kotlin-ldap-injection
        context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(name) + ")", controls)
        // ok: kotlin-ldap-injection
        ldapTemplate.search("ou=people", "(objectClass=person)", mapper)
        // ok: kotlin-ldap-injection
        index.search("people", name)
        return listOf()
    }

    private fun byName(name: String) {
        // ruleid: kotlin-ldap-injection
        context.search("ou=people", "(cn=" + name + ")", controls)
    }
}
