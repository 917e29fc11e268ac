package main

import (
	"net/http"

	"github.com/dop251/goja"
	"github.com/robertkrimen/otto"
	lua "github.com/yuin/gopher-lua"
)

func bad(w http.ResponseWriter, r *http.Request) {
	vm := goja.New()
	// ruleid: go-code-injection
	vm.RunString("result = " + r.FormValue("formula"))
	machine := otto.New()
	// ruleid: go-code-injection
	machine.Run(r.URL.Query().Get("code"))
	state := lua.NewState()
	code := r.FormValue("lua")
	// ruleid: go-code-injection
	state.DoString(code)
	run(vm, r.FormValue("code"))
}

func run(vm *goja.Runtime, code string) {
	// ruleid: go-code-injection
	vm.RunString(code)
}

func good(w http.ResponseWriter, r *http.Request) {
	vm := goja.New()
	vm.Set("input", r.FormValue("input"))
	// ok: go-code-injection
	vm.RunString("result = input.length")
	scripts := map[string]string{"sum": "a + b"}
	// ok: go-code-injection
	vm.RunString(scripts["sum"])
	machine := otto.New()
	// ok: go-code-injection
	machine.Run("1 + 1")
	// ok: go-code-injection
	runner.Run(r.FormValue("name"))
}
