package granary

var sacks int
// ruleid: go-asked-for-values-var
var wet int = 3
