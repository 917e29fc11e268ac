// ruleid: objects
make({ a: 1, secure: false })
// ruleid: objects
make({ "secure": false })
// ok: objects
make({ secure: true })
