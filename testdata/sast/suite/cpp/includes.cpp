// ruleid: cpp-includes-system
#include <shelf.h>
// ok: cpp-includes-system
#include "shelf.h"
void f() {}
