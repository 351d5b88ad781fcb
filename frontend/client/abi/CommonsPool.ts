// Made by scripts/generate/abi.ts from contracts/**/CommonsPool.sol; never edit it by hand.

/** What CommonsPool understands, tells and refuses with. */
export const commonsPoolAbi = [
  {"inputs":[{"internalType":"contract ISurplusPool","name":"pool_","type":"address"},{"internalType":"contract Parameters","name":"parameters_","type":"address"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[{"internalType":"uint256","name":"amount","type":"uint256"},{"internalType":"uint256","name":"most","type":"uint256"}],"name":"AboveATenth","type":"error"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bool","name":"adopted","type":"bool"}],"name":"AdoptedAlready","type":"error"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes32","name":"adopted","type":"bytes32"},{"internalType":"bytes32","name":"current","type":"bytes32"}],"name":"CodeDiffers","type":"error"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"}],"name":"NotAContract","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"OnlyByVote","type":"error"},
  {"inputs":[],"name":"TimelockMissing","type":"error"},
  {"inputs":[{"internalType":"address","name":"other","type":"address"}],"name":"WiredOtherwise","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"token","type":"address"},{"indexed":true,"internalType":"address","name":"target","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"capital","type":"uint256"}],"name":"CapitalReleased","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"target","type":"address"},{"indexed":false,"internalType":"bytes32","name":"codeHash","type":"bytes32"},{"indexed":false,"internalType":"bool","name":"adopted","type":"bool"}],"name":"ContractAdopted","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"token","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"capital","type":"uint256"}],"name":"Pulled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"ProjectId","name":"project","type":"uint32"},{"indexed":true,"internalType":"address","name":"token","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"capital","type":"uint256"}],"name":"Swept","type":"event"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"},{"internalType":"bytes32","name":"codeHash","type":"bytes32"},{"internalType":"bool","name":"adopted","type":"bool"}],"name":"adopt","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"}],"name":"adoptedCode","outputs":[{"internalType":"bytes32","name":"","type":"bytes32"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"token","type":"address"}],"name":"capitalOf","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"parameters","outputs":[{"internalType":"contract Parameters","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"pool","outputs":[{"internalType":"contract ISurplusPool","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"token","type":"address"}],"name":"pull","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"token","type":"address"},{"internalType":"address","name":"target","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"release","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"token","type":"address"},{"internalType":"uint32","name":"epoch","type":"uint32"}],"name":"releasedIn","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"ProjectId","name":"project","type":"uint32"},{"internalType":"address","name":"token","type":"address"}],"name":"sweep","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const;
