import type { Hex } from "viem";
import { type Both, tell } from "../chain/words.ts";
import { safeName, readInline } from "../people/names.ts";
import { splitNonce } from "../people/nonces.ts";
import { addressWords, type CallTexts, does, listed, members, quoted, short } from "./teller.ts";

/** What a profile says of a name, as anybody's words. */
export function profileWords(uri: string, digest: Hex): Both {
  if (/^0x0+$/.test(digest)) return tell("没有资料", "without a profile");
  const document = readInline(uri, digest);
  const [zh, en] = [safeName(document?.zh) ?? safeName(document?.en), safeName(document?.en) ?? safeName(document?.zh)];
  if (zh === null || en === null) return tell(`资料编号${short(digest)}，这里读不到`, `with a profile that cannot be read here (${short(digest)})`);
  return tell(`自称${quoted(zh, 40).zh}`, `calling themselves ${quoted(en, 40).en}`);
}

const signatures = (count: number): string => (count === 1 ? "1 signature" : `${count} signatures`);

/** Acts on the members' registry. */
export const memberRegistryCalls: CallTexts<"memberRegistry"> = {
  setProfile: ([digest, uri], t) => {
    const profile = profileWords(uri, digest);
    return does(t, `把自己的资料改为：${profile.zh}`, `changes their profile: ${profile.en}`);
  },
  rotate: ([newKey], t) => does(t, `把自己的钥匙换成${newKey}，旧钥匙从此作废`, `changes their key to ${newKey}; the old one never speaks again`),
  resign: (_, t) => does(t, "退出合作社；已经挣得的仍归本人", "leaves the cooperative; what was earned stays theirs"),
  rejoin: ([vouches], t) => {
    const sponsors = members(t, vouches.map(({ sponsor }) => sponsor));
    return does(t, `凭${sponsors.zh}的担保回来`, `returns on vouches of ${sponsors.en}`);
  },
  revokeVouch: ([applicant, , expires], t) => {
    const [whom, until] = [addressWords(t, applicant), t.speech.time(expires)];
    return does(t, `撤回给${whom.zh}的担保（有效到${until.zh}的那份）`, `takes back the vouch for ${whom.en} that held until ${until.en}`);
  },
  takeSeat: ([member], t) => {
    const whom = t.speech.member(member);
    return does(t, `让${whom.zh}入席`, `gives ${whom.en} the seat`);
  },
  join: ([application, vouches], t) => {
    const sponsors = members(t, vouches.map(({ sponsor }) => sponsor));
    return does(t, `替${application.applicant}提交入社申请（担保人：${sponsors.zh || "无"}）`, `hands in the application of ${application.applicant} (sponsors: ${sponsors.en || "none"})`);
  },
  expel: null,
  readmit: null,
  namePersons: null,
  recover: null,
};

/** Acts on guardians and recoveries. */
export const guardiansCalls: CallTexts<"guardians"> = {
  setGuardians: ([consents], t) => {
    const guardians = listed(consents.map(({ guardian }) => addressWords(t, guardian)));
    return does(t, `把监护人换成${guardians.zh}，十四天后生效`, `changes their guardians to ${guardians.en}, from 14 days later on`);
  },
  keepGuardians: (_, t) => does(t, "取消等着生效的监护人更换，现有的不变", "ends the change of guardians that waits, and keeps those in force"),
  veto: (_, t) => does(t, "反对正在进行的找回", "says no to the recovery that is open"),
  openRecovery: ([member, newKey, , , approvals], t) => {
    const whom = t.speech.member(member);
    return does(t, `替${whom.zh}发起找回，新钥匙是${newKey}（${approvals.length}个签名）`, `opens a recovery of ${whom.en} with the new key ${newKey} (${signatures(approvals.length)})`);
  },
  cancelRecovery: ([member, , approvals], t) => {
    const whom = t.speech.member(member);
    return does(t, `撤销${whom.zh}的找回（${approvals.length}个签名）`, `closes the recovery of ${whom.en} (${signatures(approvals.length)})`);
  },
  finishRecovery: ([member], t) => {
    const whom = t.speech.member(member);
    return does(t, `完成${whom.zh}的找回`, `finishes the recovery of ${whom.en}`);
  },
};

/** Acts on the Relay itself. */
export const relayCalls: CallTexts<"relay"> = {
  revoke: ([nonce], t) => {
    const { key, number } = splitNonce(nonce);
    return does(t, `撤回第${key}串里第${number}号及以前还没送到的事`, `takes back act ${number} of series ${key}, and those before it that were not carried`);
  },
  carry: ([{ act }], t) => {
    const whose = t.speech.member(act.member);
    return does(t, `替${whose.zh}送一件签好的事`, `carries an act that ${whose.en} signed`);
  },
  carryMany: ([parcels], t) => does(t, `替别人送${parcels.length}件签好的事`, `carries ${parcels.length} acts that others signed`),
};
