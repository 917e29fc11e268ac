// ruleid: graphql-explorer-enabled
const a = new ApolloServer({ schema, introspection: true });
// ruleid: graphql-explorer-enabled
app.use("/graphql", graphqlHTTP({ schema, graphiql: true }));
// ruleid: graphql-explorer-enabled
const yoga = createYoga({ graphiql: true, schema });
// ruleid: graphql-explorer-enabled
app.register(mercurius, { schema, graphiql: true });
// ok: graphql-explorer-enabled
const b = new ApolloServer({ schema, introspection: process.env.NODE_ENV !== "production" });
// ok: graphql-explorer-enabled
app.use("/graphql", graphqlHTTP({ schema, graphiql: false }));
// ok: graphql-explorer-enabled
const c = new ApolloServer({ schema });
// ok: graphql-explorer-enabled
const d = new Other({ introspection: true });
