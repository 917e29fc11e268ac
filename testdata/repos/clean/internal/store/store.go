// Package store keeps notes in a database.
package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
)

// Note is one note.
type Note struct {
	ID, Title, Text string
}

// Store reads and writes notes.
type Store struct{ db *sql.DB }

// New wraps a database.
func New(db *sql.DB) *Store { return &Store{db: db} }

// ByID reads one note.
func (s *Store) ByID(ctx context.Context, id string) (Note, error) {
	var n Note
	row := s.db.QueryRowContext(ctx, "SELECT id, title, text FROM note WHERE id = $1", id)
	return n, row.Scan(&n.ID, &n.Title, &n.Text)
}

// Token makes an unguessable share token and the digest that is stored of it.
func Token() (token, digest string, err error) {
	raw := make([]byte, 32)
	if _, err = rand.Read(raw); err != nil {
		return "", "", err
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(raw), hex.EncodeToString(sum[:]), nil
}
