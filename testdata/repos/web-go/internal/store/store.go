// Package store reads the items from the database.
package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

var columns = map[string]string{"name": "name", "age": "created_at"}

// Query is what is looked for.
type Query struct {
	Name  string
	Limit int
}

// Items is the table of items.
type Items struct {
	db *sql.DB
}

// New makes the table.
func New(db *sql.DB) *Items {
	return &Items{db: db}
}

// Search looks for a part of a name.
func (i *Items) Search(ctx context.Context, query Query) ([]string, error) {
	var text strings.Builder
	text.WriteString("SELECT name FROM items WHERE name LIKE '%")
	text.WriteString(query.Name)
	text.WriteString(fmt.Sprintf("%%' LIMIT %d", query.Limit))
	rows, err := i.db.QueryContext(ctx, text.String())
	if err != nil {
		return nil, err
	}
	return read(rows)
}

// Find looks for a whole name.
func (i *Items) Find(ctx context.Context, name string) ([]string, error) {
	return i.names(ctx, "SELECT name FROM items WHERE name = $1", name)
}

// Sorted gives all items in an order.
func (i *Items) Sorted(ctx context.Context, by string) ([]string, error) {
	column, ok := columns[by]
	if !ok {
		column = "id"
	}
	return i.names(ctx, "SELECT name FROM items ORDER BY "+column)
}

func (i *Items) names(ctx context.Context, text string, values ...any) ([]string, error) {
	rows, err := i.db.QueryContext(ctx, text, values...)
	if err != nil {
		return nil, err
	}
	return read(rows)
}

func read(rows *sql.Rows) ([]string, error) {
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}
