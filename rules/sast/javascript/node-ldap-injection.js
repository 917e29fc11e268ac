const express = require("express");
const ldap = require("ldapjs");
const app = express();
const client = ldap.createClient({ url: "ldap://directory" });

app.get("/who", (req, res) => {
  const filter = `(uid=${req.query.uid})`;
  // ruleid: node-ldap-injection
  client.search("ou=people", { filter, scope: "sub" }, (error, found) => res.json(found));
  // ruleid: node-ldap-injection
  client.search("ou=people", { filter: "(cn=" + req.query.cn + ")" }, done);
  // ok: node-ldap-injection
  client.search("ou=people", { filter: new ldap.EqualityFilter({ attribute: "uid", value: req.query.uid }) }, done);
  // ok: node-ldap-injection
  client.search("ou=people", { filter: "(objectclass=*)" }, done);
});
