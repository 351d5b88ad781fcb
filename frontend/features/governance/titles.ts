import { parameterAmount, parameterWords } from "#client/chain/parameterWords.ts";
import { plainText } from "#client/chain/plain.ts";
import { tell } from "#client/chain/words.ts";
import { type Action, actionsOf } from "#client/governance/actions.ts";
import { textOf } from "#client/governance/clones.ts";
import type { Proposal } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import { titleOf as statementTitleOf } from "#client/work/statements.ts";
import { memberWords, projectWords } from "../../shared/books/names.ts";
import { networkStore } from "../../shared/chain/network.ts";
import { moneyWords } from "../../shared/chain/tokens.ts";
import type { Both } from "../../shared/language/words.ts";
import { shortHex } from "../../shared/parts/Address.tsx";

/** Where a proposal's page is. */
export const proposalLink = ({ id }: Pick<Proposal, "id">): string => `#/v/${id}`;

/** What a proposal's actions would do, read from the chain's data. None while it is not known which contracts there are. */
export function decodedOf(ledger: Ledger, proposal: Pick<Proposal, "targets" | "calldatas">): readonly Action[] {
  const { deployment } = networkStore.get();
  return deployment ? actionsOf(proposal, ledger, deployment) : [];
}

/**
 * What a proposal is called: what it would do, in a few words, from its actions and never from the proposer's words, so that nobody
 * gives a harmless name to a harmful thing.
 */
export function titleOf(ledger: Ledger, proposal: Pick<Proposal, "targets" | "calldatas">): Both {
  const [first, ...more] = decodedOf(ledger, proposal);
  if (!first) return tell("读不懂的提案", "A proposal that cannot be read here");
  const title = actionTitle(ledger, first);
  return more.length === 0 ? title : tell(`${title.zh}，等${more.length + 1}件`, `${title.en}, and ${more.length} more`);
}

/** An action in a few words. */
export function actionTitle(ledger: Ledger, action: Action): Both {
  switch (action.type) {
    case "admit": {
      const record = ledger.work.statements.get(action.statement);
      const title = record ? statementTitleOf(record) : tell(`项目说${action.statement.slice(2, 8)}`, `statement ${action.statement.slice(2, 8)}`);
      if (action.project === null) return tell(`接纳“${title.zh}”`, `Admit “${title.en}”`);
      const project = projectWords(action.project);
      return tell(`修改${project.zh}的章程`, `Amend the charter of ${project.en}`);
    }
    case "parameter": {
      const { name } = parameterWords[action.parameter];
      const value = parameterAmount(action.parameter, action.value);
      return tell(`把“${name.zh}”改为${value.zh}`, `Set “${name.en}” to ${value.en}`);
    }
    case "stewards":
      return tell(`更换${projectWords(action.project).zh}的干事`, `Replace the stewards of ${projectWords(action.project).en}`);
    case "close":
      return tell(`关闭${projectWords(action.project).zh}`, `Close ${projectWords(action.project).en}`);
    case "cooperative":
      return tell("修改合作社的章程", "Change the cooperative's charter");
    case "expel":
      return tell(`把${memberWords(action.member).zh}除名`, `Expel ${memberWords(action.member).en}`);
    case "readmit":
      return tell(`重新接纳${memberWords(action.member).zh}`, `Readmit ${memberWords(action.member).en}`);
    case "name":
      return tell(`提名${action.keys.length}人加入`, `Name ${action.keys.length === 1 ? "1 person" : `${action.keys.length} persons`} who may join`);
    case "listToken": {
      const token = shortHex(action.token);
      return action.listed ? tell(`列入代币${token}`, `List the token ${token}`) : tell(`移出代币${token}`, `Take the token ${token} off the list`);
    }
    case "spend": {
      const [amount, project] = [moneyWords(action.token, action.amount), projectWords(action.project)];
      return tell(`动用${project.zh}的公积${amount.zh}`, `Spend ${amount.en} of the reserve of ${project.en}`);
    }
    case "adopt": {
      const target = shortHex(action.target);
      return action.adopted ? tell(`采用合约${target}`, `Adopt the contract ${target}`) : tell(`停用合约${target}`, `Let the contract ${target} go`);
    }
    case "release": {
      const amount = moneyWords(action.token, action.amount);
      return tell(`付出担保资本${amount.zh}`, `Release ${amount.en} of guarantee capital`);
    }
    case "unknown":
      return tell("读不懂的提案", "A proposal that cannot be read here");
  }
}

/** What the proposer says for it: anybody's words, lines kept, nothing invisible, the client's own last line left out. */
export const wordsIn = (proposal: Proposal): string =>
  textOf(proposal)
    .slice(0, 64_000)
    .split("\n")
    .map((line) => /^\s*/.exec(line)![0].replaceAll("\t", "    ") + plainText(line, 4_000))
    .join("\n")
    .trim();
