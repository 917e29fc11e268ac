contract C {
    // ruleid: solidity-functions-and-modifiers-any, solidity-functions-and-modifiers-named, solidity-functions-and-modifiers-modifier
    modifier only() { _; }
    // ruleid: solidity-functions-and-modifiers-any, solidity-functions-and-modifiers-returns
    function a() public { }
    // ruleid: solidity-functions-and-modifiers-any, solidity-functions-and-modifiers-returns
    function b() public returns (uint256) { return 1; }
    // ruleid: solidity-functions-and-modifiers-any, solidity-functions-and-modifiers-returns
    function c() public view returns (bool, uint) { return (true, 1); }
    // ruleid: solidity-functions-and-modifiers-any
    function d() internal { }
}
