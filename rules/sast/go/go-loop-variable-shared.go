package main

func start(users []string) {
	for _, user := range users {
		// ruleid: go-loop-variable-shared
		go func() {
			handle(user)
		}()
	}
	for i := range users {
		// ruleid: go-loop-variable-shared
		go func() {
			if i > 1 {
				handle(users[i])
			}
		}()
	}
	for i := 0; i < 3; i++ {
		// ruleid: go-loop-variable-shared
		go func() {
			work(i)
		}()
	}
}

func handed(users []string) {
	for _, user := range users {
		// ok: go-loop-variable-shared
		go func(user string) {
			handle(user)
		}(user)
	}
	for _, user := range users {
		user := user
		// ok: go-loop-variable-shared
		go func() {
			handle(user)
		}()
	}
	for range users {
		// ok: go-loop-variable-shared
		go func() {
			work(1)
		}()
	}
	for _, user := range users {
		// ok: go-loop-variable-shared
		go handle(user)
	}
}
