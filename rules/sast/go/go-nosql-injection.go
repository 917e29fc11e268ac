package main

import (
	"io"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
)

func find(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-nosql-injection
	users.Find(ctx, bson.M{"$where": "this.name == '" + name + "'"})
	body, _ := io.ReadAll(r.Body)
	var filter bson.M
	// ruleid: go-nosql-injection
	bson.UnmarshalExtJSON(body, true, &filter)
	code := "this.a == " + r.URL.Query().Get("a")
	// ruleid: go-nosql-injection
	users.Find(ctx, bson.M{"active": true, "$where": code})
	by(name)
	// ok: go-nosql-injection
	users.Find(ctx, bson.M{"name": name})
	// ok: go-nosql-injection
	users.Find(ctx, bson.D{{"name", name}})
	// ok: go-nosql-injection
	users.Find(ctx, bson.M{"$where": "this.a == this.b"})
	// ok: go-nosql-injection
	bson.UnmarshalExtJSON([]byte(`{"a": 1}`), true, &filter)
}

func by(text string) {
	// ruleid: go-nosql-injection
	users.Find(ctx, bson.M{"$where": "this.x == " + text})
}
