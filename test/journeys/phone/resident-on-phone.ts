import type { SessionView } from '@hall/shared/api/views';
import { ENROLMENT_FORM, fieldNamed, type EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import type { Look, Phone } from '../../weapp-host/phone.ts';
import { Caller } from '../hall-over-http.ts';

const TYPED = ['text', 'citizen-id', 'phone', 'bank-card'];
/** How the lines of the phone's own picker begin, for codes whose list is too long to be shown at once. */
const WORDS: Readonly<Record<string, string>> = { '01': '汉族', hanjiang: '汉江街道', '102': '中国工商银行' };

/** A resident with the mini-program in hand: what a person does to reach something, page by page. */
export class ResidentOnPhone {
  readonly phone: Phone;

  constructor(phone: Phone) {
    this.phone = phone;
  }

  /** From the home page through the notices not yet agreed to, up to the first question. @param who `self` or a relative's id */
  async beginEnrolment(who = 'self'): Promise<void> {
    await this.phone.tap('door-enrol');
    await this.phone.tap(`person-${who}`);
    await this.phone.tap('next');
    while (await this.phone.has('agree')) await this.phone.tap('agree');
    await this.on('enrolment/form/index');
  }

  /** Waits for the page of this path. */
  on(path: string): Promise<void> {
    return this.phone.waitFor(async () => (await this.phone.route()).path === path);
  }

  /** Answers some questions of the page that is open. */
  async answer(answers: EnrolmentAnswers): Promise<void> {
    for (const [name, value] of Object.entries(answers)) {
      if (TYPED.includes(fieldNamed(name)!.kind)) await this.phone.type(name, String(value));
      else await this.choose(name, String(value));
    }
  }

  /** Answers all questions from the open page on, page by page, up to the pictures. */
  async fillIn(answers: EnrolmentAnswers): Promise<void> {
    const here = await this.phone.text('progress');
    const asked = ENROLMENT_FORM.filter((group) => group.id !== 'declaration');
    for (const { fields } of asked.slice(asked.findIndex((group) => here.startsWith(group.title)))) {
      await this.answer(Object.fromEntries(fields.flatMap(({ name }) => (answers[name] === undefined ? [] : [[name, answers[name]]]))));
      await this.turnPage();
    }
    await this.on('enrolment/pictures/index');
  }

  /** On to the next page. @throws with what the page says when it does not turn */
  async turnPage(): Promise<void> {
    const before = await this.phone.text('progress');
    await this.phone.tap('next');
    await this.phone.waitFor(async () => (await this.phone.text('progress')) !== before);
  }

  /** Takes pictures for one material: guidance first, then the camera. */
  async photograph(material: string, pictures: readonly Buffer[]): Promise<void> {
    for (const picture of pictures) {
      this.phone.person.photographs(picture);
      await this.phone.tap(`take-${material}`);
      await this.phone.tap(`take-${material}-camera`);
    }
  }

  async photographAll(papers: Readonly<Record<string, readonly Buffer[]>>): Promise<void> {
    for (const [material, pictures] of Object.entries(papers)) await this.photograph(material, pictures);
  }

  /** From the pictures to the paper, the declaration and the one button. Answers the case's id. */
  async declareAndSubmit(): Promise<string> {
    await this.turnPage();
    await this.phone.tap('declaration-yes');
    await this.phone.tap('submit');
    await this.on('enrolment/status/index');
    return (await this.phone.route()).query.id!;
  }

  /** From the page of days: the first day with a place, then the first free place of this kind on it. */
  async chooseTime(kind: 'express' | 'regular'): Promise<void> {
    await this.phone.tap(await this.firstOf('day-2', (day) => !day.classes.includes('day--off')));
    await this.on('visit/time/index');
    await this.phone.tap(await this.firstOf('slot-', (slot) => !slot.classes.includes('option--off') && slot.text.includes('快办') === (kind === 'express')));
  }

  /** Talks to the server with the token this phone holds now. */
  caller(url: string): Caller {
    return new Caller(url, this.session().token);
  }

  /** What the phone remembers of having signed in. */
  session(): SessionView {
    return JSON.parse(String(this.phone.memory()['hall:person:session'])) as SessionView;
  }

  private async choose(name: string, value: string): Promise<void> {
    const option = `${name}-${value}`;
    if (await this.phone.has(option)) await this.phone.tap(option);
    else await this.phone.pick(name, fieldNamed(name)!.kind === 'tier' ? `${value} 元` : (WORDS[value] ?? value));
  }

  private async firstOf(beginning: string, fits: (look: Look) => boolean): Promise<string> {
    for (const id of (await this.phone.ids()).filter((one) => one.startsWith(beginning))) {
      if (fits(await this.phone.look(id))) return id;
    }
    throw new Error(`Nothing to choose among ${beginning}…: ${await this.phone.text()}`);
  }
}
