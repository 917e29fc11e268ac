package main

import "sync"

func count(names []string) map[string]int {
	result := make(map[string]int)
	for _, name := range names {
		go func(name string) {
			// ruleid: go-map-written-by-goroutines
			result[name] = len(name)
		}(name)
	}
	for i := 0; i < 4; i++ {
		go func() {
			if i > 2 {
				// ruleid: go-map-written-by-goroutines
				result["x"] = i
			}
		}()
	}
	for range names {
		go func() {
			// ruleid: go-map-written-by-goroutines
			result["y"] = compute()
		}()
	}
	for _, name := range names {
		go func(n string, f int) {
			for j := range f {
				// ruleid: go-map-written-by-goroutines
				result[n] = j
			}
		}(name, 2)
	}
	return result
}

func locked(names []string) map[string]int {
	var mutex sync.Mutex
	result := make(map[string]int)
	for _, name := range names {
		go func(name string) {
			mutex.Lock()
			// ok: go-map-written-by-goroutines
			result[name] = len(name)
			mutex.Unlock()
		}(name)
	}
	return result
}

func plain(names []string) map[string]int {
	result := make(map[string]int)
	for _, name := range names {
		// ok: go-map-written-by-goroutines
		result[name] = 1
	}
	return result
}

func slice(names []string) []int {
	result := make([]int, len(names))
	for i := range names {
		go func(i int) {
			// ok: go-map-written-by-goroutines
			result[i] = 1
		}(i)
	}
	return result
}

func local(names []string) {
	for range names {
		go func() {
			own := make(map[string]int)
			// ok: go-map-written-by-goroutines
			own["a"] = 1
		}()
	}
}
