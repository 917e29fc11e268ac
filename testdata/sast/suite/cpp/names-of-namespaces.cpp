#include <harbour>
using namespace tide;
using harbour::anchor;
namespace sea = harbour::water;
void tie(wave a, anchor b, const harbour::rope& c, harbour::rope d, harbour::rope* e, struct knot f, knot g) {
  // ruleid: cpp-names-of-namespaces-wave
  a.pull("1");
  // ruleid: cpp-names-of-namespaces-anchor
  b.pull("2");
  // ruleid: cpp-names-of-namespaces-ref
  c.pull("3");
  // ruleid: cpp-names-of-namespaces-rope
  d.pull("4");
  // ruleid: cpp-names-of-namespaces-ptr
  e->pull("5");
  // ruleid: cpp-names-of-namespaces-struct
  f.pull("6");
  // ruleid: cpp-names-of-namespaces-knot
  g.pull("7");
  // ruleid: cpp-names-of-namespaces-swim
  swim(8);
  // ruleid: cpp-names-of-namespaces-dive
  sea::dive(9);
  // ruleid: cpp-names-of-namespaces-drop
  anchor::drop(10);
}
