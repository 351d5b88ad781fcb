// Made by scripts/generate/abi.ts from contracts/**/Parameters.sol; never edit it by hand.

/** What Parameters understands, tells and refuses with. */
export const parametersAbi = [
  {"inputs":[{"internalType":"address","name":"timelock_","type":"address"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[],"name":"CheckpointUnorderedInsertion","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"OnlyByVote","type":"error"},
  {"inputs":[{"internalType":"enum Parameter","name":"parameter","type":"uint8"},{"internalType":"uint256","name":"value","type":"uint256"},{"internalType":"uint8","name":"least","type":"uint8"},{"internalType":"uint8","name":"most","type":"uint8"}],"name":"ParameterOutOfBounds","type":"error"},
  {"inputs":[],"name":"TimelockMissing","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"enum Parameter","name":"parameter","type":"uint8"},{"indexed":false,"internalType":"uint8","name":"value","type":"uint8"},{"indexed":false,"internalType":"uint32","name":"from","type":"uint32"}],"name":"ParameterChanged","type":"event"},
  {"inputs":[{"internalType":"enum Parameter","name":"parameter","type":"uint8"}],"name":"bounds","outputs":[{"internalType":"uint8","name":"initial","type":"uint8"},{"internalType":"uint8","name":"least","type":"uint8"},{"internalType":"uint8","name":"most","type":"uint8"}],"stateMutability":"pure","type":"function"},
  {"inputs":[],"name":"currentEpoch","outputs":[{"internalType":"uint32","name":"","type":"uint32"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"genesis","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"enum Parameter","name":"parameter","type":"uint8"},{"internalType":"uint32","name":"epoch","type":"uint32"}],"name":"get","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"inForce","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"enum Parameter","name":"parameter","type":"uint8"},{"internalType":"uint256","name":"value","type":"uint256"}],"name":"set","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const;
