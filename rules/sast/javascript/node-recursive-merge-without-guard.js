function merge(target, source) {
  for (const key in source) {
    if (typeof source[key] === "object") {
      // ruleid: node-recursive-merge-without-guard
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}
function extend(to, from) {
  for (const name in from) {
    // ruleid: node-recursive-merge-without-guard
    to[name] = isObject(from[name]) ? extend(to[name], from[name]) : from[name];
  }
}
function deep(a, b, depth) {
  for (let k in b) {
    // ruleid: node-recursive-merge-without-guard
    deep(a[k], b[k], depth + 1);
  }
}
const assign = (target, defaults) => {
  Object.keys(defaults).forEach((key) => {
    if (target[key]) {
      // ruleid: node-recursive-merge-without-guard
      assign(target[key], defaults[key]);
    }
  });
};
function guarded(target, source) {
  for (const key in source) {
    if (key === "__proto__" || key === "constructor") continue;
    // ok: node-recursive-merge-without-guard
    guarded(target[key], source[key]);
  }
}
function flat(target, source) {
  for (const key in source) {
    // ok: node-recursive-merge-without-guard
    target[key] = source[key];
  }
}
function walk(node, other) {
  for (const key in other) {
    // ok: node-recursive-merge-without-guard
    visit(node[key], other[key]);
  }
}
function children(target, source) {
  for (const child of source.children) {
    // ok: node-recursive-merge-without-guard
    children(target, child);
  }
}
function equals(first, second) {
  for (const key in second) {
    // ok: node-recursive-merge-without-guard
    if (!equals(first[key], second[key])) return false;
  }
  return true;
}
