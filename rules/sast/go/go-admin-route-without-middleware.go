package main

func routes() {
	r := gin.Default()
	// ruleid: go-admin-route-without-middleware
	r.GET("/admin/users", listUsers)
	// ruleid: go-admin-route-without-middleware
	r.DELETE("/api/admin/users/:id", users.Delete)
	// ok: go-admin-route-without-middleware
	r.GET("/users", listUsers)
	// ok: go-admin-route-without-middleware
	r.GET("/administration-guide", guide)
	admin := r.Group("/admin", requireAdmin())
	// ok: go-admin-route-without-middleware
	admin.POST("/admin/reset", reset)
	// ok: go-admin-route-without-middleware
	r.POST("/admin/keys", requireAdmin(keys))
	// ok: go-admin-route-without-middleware
	r.POST("/admin/more", requireAdmin(), keys)
}

func checked() {
	e := echo.New()
	e.Use(middleware.JWT(secret))
	// ok: go-admin-route-without-middleware
	e.GET("/admin/users", listUsers)
}

func more() {
	m := mux.NewRouter()
	// ruleid: go-admin-route-without-middleware
	m.HandleFunc("/internal/reset", reset)
	c := chi.NewRouter()
	c.Use(requireLogin)
	// ok: go-admin-route-without-middleware
	c.Post("/admin/reset", reset)
}
