import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FEWEST_PEOPLE } from '@hall/shared/appraisal/appraisal.rules';
import type { AppraisalDepartmentList, AppraisalStandingView, StaffAppraisalView } from '../features/appraisal/appraisal.dto.ts';
import { CryptoPort } from '../platform/crypto/crypto.port.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast } from './sample-cast.ts';
import type { SyntheticPerson } from './synthetic-people.ts';

const QUESTIONS = ['attitude', 'speed', 'clarity'] as const;
/** What people say, question by question, over and over: mostly content, and some had to wait. */
const OPINIONS = [[5, 5, 5], [5, 4, 5], [4, 2, 4], [5, 3, 5], [4, 2, 3]] as const;
const RECTIFICATION = '一、每天上午 9 点到 10 点多开一个窗口，等候超过 10 人再加一个。\n二、要带的材料用大字印成一张纸，放在取号机旁，取号时一并发给。';

/** A department that was asked about in the month before: opened after its visitors had come, answered without names, counted, and answered for. */
export class SampleAppraisal {
  private visitors: readonly SampleActor[] = [];
  private id: string | null = null;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cast: SampleCast,
    private readonly head: SampleActor,
  ) {}

  static async gather(app: NestFastifyApplication, cast: SampleCast): Promise<SampleAppraisal> {
    return new SampleAppraisal(app, cast, await cast.staff('zhou'));
  }

  /** The visitors have accounts that are proven theirs; the department most of them went to is asked about, if they are enough. */
  async open(people: readonly SyntheticPerson[]): Promise<void> {
    this.visitors = await this.cast.proven(people);
    const { items } = await this.head.get<AppraisalDepartmentList>('/staff/appraisals/departments');
    const [most] = [...items].sort((a, b) => b.people - a.people);
    if (!most || most.people < FEWEST_PEOPLE) return;
    this.id = (await this.head.post<StaffAppraisalView>('/staff/appraisals', { departmentId: most.id, questions: QUESTIONS, days: 3, invite: FEWEST_PEOPLE })).id;
  }

  /** The morning after: the day is sealed, the lots fall, and almost everybody who was drawn answers. */
  async answer(): Promise<void> {
    if (this.id === null) return;
    await this.app.get(Jobs).runNow('appraisal.draw');
    const crypto = this.app.get(CryptoPort);
    let answered = 0;
    for (const visitor of this.visitors) {
      const { mayAnswer } = await visitor.get<AppraisalStandingView>(`/resident/appraisals/${this.id}`);
      if (!mayAnswer) continue;
      const opinion = OPINIONS[answered % OPINIONS.length]!;
      answered += 1;
      if (answered % 9 !== 0) await visitor.post(`/resident/appraisals/${this.id}/answer`, { levels: QUESTIONS.map((question, at) => ({ question, level: opinion[at] })), nonce: crypto.hash(crypto.randomToken()) });
    }
  }

  /** Once the closing day is sealed there is a result, and its head says what changes. */
  async rectify(): Promise<void> {
    if (this.id === null) return;
    const { version, actions } = await this.head.get<StaffAppraisalView>(`/staff/appraisals/${this.id}`);
    if (actions.includes('rectify')) await this.head.post(`/staff/appraisals/${this.id}/rectify`, { text: RECTIFICATION, version });
  }
}
