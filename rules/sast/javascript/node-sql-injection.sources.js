// What frameworks other than Express hand in.
io.on("connection", (socket) => {
  socket.on("search", (data) => {
    // ruleid: node-sql-injection
    db.query("select * from items where name = '" + data.name + "'");
    // ok: node-sql-injection
    db.query("select * from items where name = $1", [data.name]);
  });
  socket.on("disconnect", (reason) => {
    // ok: node-sql-injection
    db.query("insert into log values ('" + reason + "')");
  });
});

wss.on("connection", function (ws) {
  ws.on("message", function (message) {
    // ruleid: node-sql-injection
    db.query(`delete from items where id = ${message}`);
  });
});

const resolvers = {
  Query: {
    // ruleid: node-sql-injection
    item: (parent, args, context) => db.query("select * from items where id = " + args.id),
    // ok: node-sql-injection
    items: (parent, args, context) => db.query("select * from items where id = $1", [args.id]),
    // ok: node-sql-injection
    own: (parent, args, context) => db.query("select * from items where owner = " + Number(args.owner)),
  },
};

export default async function Page({ params, searchParams }) {
  // ruleid: node-sql-injection
  const found = await db.query("select * from items where name = '" + searchParams.q + "'");
  // ok: node-sql-injection
  const safe = await db.query("select * from items where name = $1", [searchParams.q]);
  return [found, safe];
}

export async function save(formData) {
  const name = formData.get("name");
  // ruleid: node-sql-injection
  await db.query("insert into items values ('" + name + "')");
  // ok: node-sql-injection
  await db.query("insert into items values ($1)", [name]);
}

emitter.on("data", (data) => {
  // ok: node-sql-injection
  db.query("insert into items values ('" + data.name + "')");
});
