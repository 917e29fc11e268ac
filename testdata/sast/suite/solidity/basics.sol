pragma solidity ^0.8.0;
// ok: solidity-basics-any, solidity-basics-obj, solidity-basics-fn, solidity-basics-req, solidity-basics-one, solidity-basics-eq
contract A {
  // ruleid: solidity-basics-any, solidity-basics-fn
  function a() public { f(); }
  // ruleid: solidity-basics-any, solidity-basics-obj, solidity-basics-fn, solidity-basics-req, solidity-basics-one
  function b(uint x) public { f(x); o.m(x); require(x == 1, "a"); }
  // ruleid: solidity-basics-eq
  function c() private { bool z = tx.origin == y; }
}
