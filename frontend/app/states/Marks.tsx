import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Address } from "../../shared/parts/Address.tsx";
import { Deadline } from "../../shared/parts/Deadline.tsx";
import { GradeMark } from "../../shared/parts/GradeMark.tsx";
import { JournalRow } from "../../shared/parts/JournalRow.tsx";
import { Name } from "../../shared/parts/Name.tsx";
import { Card } from "../../shared/parts/Card.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { StateWord } from "../../shared/parts/StateMark.tsx";
import { BallotCount, ThresholdBar } from "../../shared/parts/Strokes.tsx";
import { chainNow, useTick } from "../../shared/chain/clock.ts";
import { journalOfAllStates, people, reader } from "../../shared/fixtures.ts";
import { statesText } from "./text.ts";

const grades = [["A+", "22–24"], ["A", "18–21"], ["B", "14–17"], ["C", "10–13"], ["D", "0–9"]] as const;
const spans = [-3600, 45, 1500, 14_160, 100_000, 777_600] as const;

/** Grades, state words, journal rows, deadlines, names, ballots. */
export function Marks() {
  const t = useWords(statesText);
  const language = useLanguage();
  const now = useTick();
  const entries = journalOfAllStates(now * 1000);
  return (
    <div className="mt-10 grid *:mt-0 gap-x-12 gap-y-10 lg:grid-cols-3">
      <Section title={t.grades}>
        <ul className="flex flex-col gap-3">
          {grades.map(([grade, sum]) => (
            <li key={grade} className="flex items-center gap-4">
              <GradeMark grade={grade} />
              <span className="num text-ink-2">{sum}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.states}>
        <ul className="flex flex-col gap-2.5">
          {entries.map((entry) => (
            <li key={entry.id}>
              <StateWord state={entry.state} block={entry.block} />
            </li>
          ))}
        </ul>
      </Section>
      <div className="flex flex-col gap-10">
        <Section title={t.names}>
          <ul className="flex flex-col gap-2.5">
            <li><Name {...reader} /></li>
            <li><Name {...people.nameless} /></li>
            <li><Address address={reader.address} of={reader.name[language]} /></li>
          </ul>
        </Section>
        <Section title={t.deadlines}>
          <ul className="flex flex-col gap-2.5">
            {spans.map((span) => (
              <li key={span}><Deadline at={chainNow() + span} /></li>
            ))}
          </ul>
        </Section>
      </div>
      <Section title={t.ballots}>
        <dl>
          <BallotCount label={t.ballotFor} count={31} of={31} />
          <BallotCount label={t.ballotAgainst} count={9} of={31} />
          <BallotCount label={t.ballotAbstain} count={120} of={120} />
        </dl>
        <ThresholdBar part={31 / 40} notch={3 / 5} />
      </Section>
      <div className="lg:col-span-2">
        <Section title={t.journal}>
          <Card>
            <ul>
              {entries.map((entry) => (
                <JournalRow key={entry.id} entry={entry} now={now} />
              ))}
            </ul>
          </Card>
        </Section>
      </div>
    </div>
  );
}
