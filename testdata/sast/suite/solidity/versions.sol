// ruleid: solidity-versions-any, solidity-versions-caret, solidity-versions-low
pragma solidity ^0.8.0;
// ok: solidity-versions-any, solidity-versions-caret, solidity-versions-least, solidity-versions-exact, solidity-versions-other, solidity-versions-low
pragma solidity >=0.4.22 <0.9.0;
// ruleid: solidity-versions-any, solidity-versions-least
pragma solidity >= 0.7.1;
// ruleid: solidity-versions-any, solidity-versions-exact
pragma solidity 0.8.19;
// ruleid: solidity-versions-other
pragma abicoder v2;
contract A {}
