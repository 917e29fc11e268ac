// ruleid: javascript-assigned-members
a.innerHTML = b;
// ruleid: javascript-assigned-members
a.b.innerHTML = c + d;
// ruleid: javascript-assigned-members
a.innerHTML += b;
a["innerHTML"] = b;
// ruleid: javascript-assigned-members
this.innerHTML = "x";
// ruleid: javascript-assigned-members
document.getElementById("x").innerHTML = `y${z}`;
// ruleid: javascript-assigned-members
x = a.innerHTML = q;
