package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func create(c echo.Context) error {
	user := new(User)
	if err := c.Bind(user); err != nil {
		return err
	}
	// ruleid: go-sql-injection
	db.Query("select * from users where name = '" + user.Name + "'")
	// ok: go-sql-injection
	db.Query("select * from users where name = ?", user.Name)
	return nil
}

func parse(c *fiber.Ctx) error {
	form := new(Form)
	c.BodyParser(form)
	// ruleid: go-sql-injection
	db.Exec("delete from users where name = '" + form.Name + "'")
	return nil
}

func handler(ctx context.Context, event events.APIGatewayProxyRequest) (string, error) {
	// ruleid: go-sql-injection
	db.QueryContext(ctx, "select * from users where id = "+event.QueryStringParameters["id"])
	// ok: go-sql-injection
	db.QueryContext(ctx, "select * from users where id = ?", event.QueryStringParameters["id"])
	// ok: go-sql-injection
	db.QueryContext(ctx, "select * from users where stage = '"+event.RequestContext.Stage+"'")
	return "", nil
}

func serve(w http.ResponseWriter, r *http.Request) {
	conn, _ := upgrader.Upgrade(w, r, nil)
	_, message, _ := conn.ReadMessage()
	// ruleid: go-sql-injection
	db.Query("select * from users where name = '" + string(message) + "'")
}

func own(config *Config) {
	settings := new(Settings)
	config.Read(settings)
	// ok: go-sql-injection
	db.Query("select * from " + settings.Table)
}

func cached(c *redis.Client, db *sqlx.DB, r *http.Request) {
	key := r.URL.Query().Get("key")
	// ok: go-sql-injection
	cache.Driver.Get("session", key)
	var name string
	// ruleid: go-sql-injection
	db.Get(&name, "SELECT name FROM t WHERE k = '"+key+"'")
}
