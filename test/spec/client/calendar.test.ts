import { expect } from "chai";
import { calendarText, escapeText, foldLine, utcStamp } from "#client/chain/ics.ts";
import { deadlinesCalendar, deadlinesOfProposal } from "#client/governance/deadlines.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { council, proposalWith } from "../../support/client/ballots.ts";

const octets = (text: string): number => new TextEncoder().encode(text).length;
const unfold = (text: string): string => text.replace(/\r\n /g, "");

describe("A calendar of deadlines", () => {
  it("is lines of 75 octets at most, ended by CRLF, and no character is cut", () => {
    const title = "表决结束：青溪合作社的止点从百分之十五改为百分之十二，以及为什么这样改对新来的成员更公平𠮷".repeat(3);
    const text = calendarText([{ uid: "a@b", at: 1_767_571_200, title, words: "Stop, and; why\nnot" }], 1_767_571_100);
    for (const line of text.split("\r\n")) {
      expect(octets(line)).to.be.at.most(75);
      expect(line).not.to.match(/[\n\r\uFFFD]/);
    }
    expect(text.endsWith("END:VCALENDAR\r\n")).to.equal(true);
    expect(unfold(text)).to.include(`SUMMARY:${title.replaceAll(",", "\\,")}\r\n`);
    expect(unfold(text)).to.include("DESCRIPTION:Stop\\, and\\; why\\nnot\r\n");
  });

  it("folds just where 75 octets are full, whatever the script", () => {
    for (const letter of ["a", "é", "字", "𠮷"])
      for (const lead of [0, 1, 2, 3]) {
        const line = "x".repeat(lead) + letter.repeat(90);
        const lines = foldLine(line).split("\r\n");
        for (const [place, one] of lines.entries()) {
          expect(octets(one)).to.be.at.most(75);
          if (place < lines.length - 1) expect(octets(one) + octets(letter)).to.be.greaterThan(75);
          if (place > 0) expect(one.startsWith(" ")).to.equal(true);
        }
        expect(unfold(lines.join("\r\n"))).to.equal(line);
      }
    expect(foldLine("short")).to.equal("short");
  });

  it("writes moments in UTC", () => {
    expect(utcStamp(1_767_571_200)).to.equal("20260105T000000Z");
    expect(utcStamp(1_767_571_200 + 86_399)).to.equal("20260105T235959Z");
  });

  it("cannot be broken out of by anybody's words", () => {
    const evil = "ends\r\nEND:VEVENT\r\nBEGIN:VEVENT\u2028SUMMARY:other\u0000\u0085x";
    expect(escapeText(evil)).not.to.match(/[\r\n\u2028\u0085\u0000]/);
    const text = calendarText([{ uid: evil, at: 1, title: evil, words: evil, url: "https://example.org/\r\nATTACH:x" }], 1);
    expect(text.match(/^BEGIN:VEVENT/gm)).to.have.length(1);
    expect(text).not.to.match(/^ATTACH/m);
    expect(text).not.to.match(/^URL/m);
  });

  it("names a deadline the same for ever, in either language, and moves it when the vote goes on", () => {
    const { books, deployment, opensAt } = council({ members: 4 });
    const proposal = proposalWith(books, { description: "# 止点\n为什么" });
    const [closes] = deadlinesOfProposal(proposal, books, 1 as MemberId, opensAt + 1);
    expect([closes!.is, closes!.at, closes!.mine]).to.deep.equal(["voteCloses", proposal.closesAt, true]);
    const zh = unfold(deadlinesCalendar([closes!], deployment, "zh", opensAt));
    const en = unfold(deadlinesCalendar([closes!], deployment, "en", opensAt, () => "https://coop.example/#/v/1"));
    const uid = /^UID:.*$/m.exec(zh)![0];
    expect(/^UID:.*$/m.exec(en)![0]).to.equal(uid);
    expect(zh).to.include("SUMMARY:表决结束：止点");
    expect(en).to.include("SUMMARY:Vote closes: 止点").and.to.include("URL:https://coop.example/#/v/1");
    const later = { ...proposal, closesAt: proposal.closesAt + 172_800 };
    const moved = unfold(deadlinesCalendar(deadlinesOfProposal(later, books, null, opensAt + 1), deployment, "zh", opensAt));
    expect(/^UID:.*$/m.exec(moved)![0]).to.equal(uid);
    expect([zh.includes("SEQUENCE:0"), moved.includes("SEQUENCE:1")]).to.deep.equal([true, true]);
  });
});
