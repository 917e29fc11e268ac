contract Mill {
  // ruleid: solidity-reverts-and-modifiers-returns, solidity-reverts-and-modifiers-modifier
  function grind(uint n) external view returns (uint) {
    // ruleid: solidity-reverts-and-modifiers-any
    if (n == 0) revert();
    // ruleid: solidity-reverts-and-modifiers-any, solidity-reverts-and-modifiers-one
    if (n == 1) revert("none");
    // ruleid: solidity-reverts-and-modifiers-any, solidity-reverts-and-modifiers-error, solidity-reverts-and-modifiers-one
    if (n == 2) revert Jammed(n);
    // ruleid: solidity-reverts-and-modifiers-any, solidity-reverts-and-modifiers-one
    if (n == 3) revert(cause);
    // ok: solidity-reverts-and-modifiers-any, solidity-reverts-and-modifiers-error, solidity-reverts-and-modifiers-one, solidity-reverts-and-modifiers-returns, solidity-reverts-and-modifiers-modifier
    require(n > 4);
    return n;
  }
  // ruleid: solidity-reverts-and-modifiers-returns
  function stop() external {
  }
  // ruleid: solidity-reverts-and-modifiers-returns, solidity-reverts-and-modifiers-modifier
  function pour() external payable {
  }
  // ruleid: solidity-reverts-and-modifiers-returns, solidity-reverts-and-modifiers-modifier
  function turn() external onlyMiller {
  }
}
