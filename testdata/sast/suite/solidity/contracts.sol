// ruleid: solidity-contracts-is
contract A is B, C {
  // ruleid: solidity-contracts-map
  mapping(address => uint) private bal;
  // ruleid: solidity-contracts-def
  uint256 constant X = 5;
  // ruleid: solidity-contracts-eq
  modifier onlyOwner() { require(msg.sender == owner, "no"); _; }
  // ruleid: solidity-contracts-fn, solidity-contracts-mod
  function a(uint x, address payable y) public onlyOwner returns (uint) {
    // ruleid: solidity-contracts-def
    uint z = x + 1;
    // ruleid: solidity-contracts-opt
    y.call{value: z}("");
    // ok: solidity-contracts-is, solidity-contracts-fn, solidity-contracts-opt, solidity-contracts-mod, solidity-contracts-eq, solidity-contracts-map, solidity-contracts-def, solidity-contracts-emit, solidity-contracts-for
    y.call("");
    // ruleid: solidity-contracts-emit
    emit E(y, z);
    // ruleid: solidity-contracts-for
    for (uint i = 0; i < 10; i++) { bal[y] += i; }
    return z;
  }
  // ok: solidity-contracts-is, solidity-contracts-fn, solidity-contracts-opt, solidity-contracts-mod, solidity-contracts-eq, solidity-contracts-map, solidity-contracts-def, solidity-contracts-emit, solidity-contracts-for
  function b() external { x = 1; }
}
// ok: solidity-contracts-is, solidity-contracts-fn, solidity-contracts-opt, solidity-contracts-mod, solidity-contracts-eq, solidity-contracts-map, solidity-contracts-def, solidity-contracts-emit, solidity-contracts-for
contract D { }
