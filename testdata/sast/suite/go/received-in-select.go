package yard

func wait(a chan int) {
	// ruleid: go-received-in-select-received, go-received-in-select-declared, go-received-in-select-clock
	select {
	case x := <-a:
		use(x)
	case <-clock.After(3):
	}
	// ruleid: go-received-in-select-sent
	select {
	case a <- 1:
		done()
	default:
	}
	// ruleid: go-received-in-select-received, go-received-in-select-declared, go-received-in-select-sent
	select {
	case b <- 1:
	case y, ok := <-a:
		use(y, ok)
	}
}
