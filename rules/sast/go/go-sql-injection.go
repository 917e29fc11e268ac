package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

var columns = map[string]string{"name": "name", "age": "born"}

type server struct {
	db *sql.DB
}

func (s *server) users(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go-sql-injection
	rows, err := s.db.Query("SELECT * FROM users WHERE name = '" + name + "'")
	if err != nil {
		http.Error(w, "failed", 500)
		return
	}
	defer rows.Close()
	query := fmt.Sprintf("SELECT * FROM users WHERE email = '%s'", r.FormValue("email"))
	// ruleid: go-sql-injection
	row := s.db.QueryRowContext(r.Context(), query)
	_ = row
	var builder strings.Builder
	builder.WriteString("DELETE FROM sessions WHERE id = ")
	builder.WriteString(r.Header.Get("X-Session"))
	// ruleid: go-sql-injection
	_, err = s.db.Exec(builder.String())
}

func ginHandler(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		order := c.DefaultQuery("order", "name")
		var users []User
		// ruleid: go-sql-injection
		db.Order(order).Find(&users)
		// ruleid: go-sql-injection
		db.Raw("SELECT * FROM users WHERE id = " + c.Param("id")).Scan(&users)
		// ruleid: go-sql-injection
		db.Where(fmt.Sprintf("age > %s", c.PostForm("age"))).Find(&users)
		c.JSON(200, users)
	}
}

func echoHandler(c echo.Context) error {
	parts := []string{"SELECT", c.QueryParam("column"), "FROM t"}
	// ruleid: go-sql-injection
	_, err := db.Query(strings.Join(parts, " "))
	return err
}

func fromBody(w http.ResponseWriter, r *http.Request) {
	var in struct{ Name string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return
	}
	// ruleid: go-sql-injection
	db.ExecContext(context.Background(), "DELETE FROM t WHERE name = '"+in.Name+"'")
}

func safe(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ok: go-sql-injection
	db.Query("SELECT * FROM users WHERE name = $1", name)
	// ok: go-sql-injection
	db.QueryContext(r.Context(), "SELECT * FROM users WHERE name = $1", name)
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return
	}
	// ok: go-sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE id = %d", id))
	// ok: go-sql-injection
	db.Query("SELECT * FROM users ORDER BY " + columns[name])
	// ok: go-sql-injection
	values := r.URL.Query()
	_ = values
}

func safeList(w http.ResponseWriter, r *http.Request) {
	column := r.FormValue("sort")
	if !slices.Contains([]string{"name", "age"}, column) {
		http.Error(w, "bad", 400)
		return
	}
	// ok: go-sql-injection
	db.Query("SELECT * FROM users ORDER BY " + column)
}

func migrate(table string) {
	// ok: go-sql-injection
	db.Exec("DROP TABLE " + table)
}

// Across functions of the file.

func find(db *sql.DB, name string) (*sql.Rows, error) {
	// ruleid: go-sql-injection
	return db.Query("SELECT * FROM users WHERE name = '" + name + "'")
}

func through(w http.ResponseWriter, r *http.Request) {
	find(db, r.FormValue("name"))
}
func shop(g *gorm.DB, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-sql-injection
	g.Where(fmt.Sprintf("name = '%s'", name)).Find(&items)
	// ruleid: go-sql-injection
	g.Order(name).Find(&items)
	// ok: go-sql-injection
	g.Where("name = ?", name).Find(&items)
}

func balance(h *Handler, w http.ResponseWriter, r *http.Request) {
	// ok: go-sql-injection
	upstream := h.LoadBalancing.Policy.Select(h.upstreams, r.URL.Path)
	use(upstream)
	// ruleid: go-sql-injection
	h.userDB.Raw("SELECT " + r.FormValue("column"))
}
