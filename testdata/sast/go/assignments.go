package main

func f() {
	// ruleid: assignments
	a := danger(1)
	// ruleid: assignments
	a = danger(2)
	// ok: assignments
	a = safe()
}
