import type { Locator, Page } from 'playwright-core';
import type { CodeTablesView } from '@hall/shared/api/views';
import { ENROLMENT_FIELDS, type EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import type { Enrollee } from '../enrollee.ts';
import { Caller, wayInOf } from '../hall-over-http.ts';
import { photo } from './resident.ts';

/** A clerk at the console, working as a practised hand does: keys where there are keys, the mouse where there are none. */
export class Clerk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  at(testId: string): Locator {
    return this.page.getByTestId(testId).first();
  }

  click(testId: string): Promise<void> {
    return this.at(testId).click();
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Types into whatever has the focus, letter by letter. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  async signIn(url: string, userName: string): Promise<void> {
    const { password, totp } = await wayInOf(url, userName);
    await this.at('sign-in-user').fill(userName);
    await this.at('sign-in-password').fill(password);
    await this.click('sign-in-submit');
    // The second factor is asked for once a day.
    await this.at('second-factor-code').or(this.at('start')).first().waitFor();
    if (await this.at('second-factor-code').isVisible()) {
      await this.at('second-factor-code').fill(totp);
      await this.click('second-factor-confirm');
    }
    await this.at('start').waitFor();
  }

  /** The paper behind a print button, as it goes to the printer. */
  async print(testId: string): Promise<Buffer> {
    let paper: Buffer = Buffer.alloc(0);
    await this.page.route(/\.pdf$/, async (route) => {
      const response = await route.fetch();
      paper = await response.body();
      await route.fulfill({ response, body: paper });
    }, { times: 1 });
    await Promise.all([this.page.waitForEvent('requestfinished', (request) => request.url().endsWith('.pdf')), this.click(testId)]);
    return paper;
  }

  /** Calls the next person and waits until they stand in the middle of the desk. Answers their number. */
  async callNext(): Promise<string> {
    await this.press('n');
    return this.at('current-number').innerText();
  }

  /** Leafs through the pictures of the case, each as large as the desk allows. */
  async lookThrough(): Promise<void> {
    await this.at('picture').waitFor();
    const sheets = await this.page.getByTestId('pictures').locator('button[aria-pressed]').count();
    for (let sheet = 1; sheet < sheets; sheet += 1) await this.press(']');
  }

  /** Originals and person by one press, the confirmation by another. */
  async checkAndConfirm(): Promise<void> {
    await this.press('o');
    await this.page.locator('[data-testid="step-identity"][data-done="true"]').waitFor();
    await this.press('h');
    await this.page.locator('[data-testid="print-receipt"]:enabled').waitFor();
  }

  async done(): Promise<void> {
    await this.press('d');
    await this.at('just-served').waitFor();
  }

  /** Fills in the form that is open by keyboard alone: each answer is typed or picked, then Tab goes on to the next. */
  async fillIn(said: Said): Promise<void> {
    for (const name of ASKED) {
      await this.page.locator(`[data-field="${name}"] :focus`).waitFor({ state: 'attached' });
      const answer = STANDING.includes(name) ? undefined : said[name];
      if (typeof answer === 'boolean') await this.press(answer && name !== 'declarationAccepted' ? 'ArrowRight' : 'Space');
      else if (answer !== undefined) await (PICKED.includes(name) ? this.pick(answer) : this.write(answer));
      await this.press('Tab');
    }
  }

  /** Opens a case for the person at the window, who has no phone and filled in nothing, and answers with them. */
  async enrolAtWindow({ person, answers, papers }: Enrollee, said: Said): Promise<void> {
    await this.press('f');
    await this.at('open-name').waitFor();
    await this.write(answers.name);
    await this.press('Tab');
    await this.type(person.citizenId);
    await this.press('Enter');
    await this.fillIn(said);
    for (const [material, pictures] of Object.entries(papers)) {
      for (const [index, picture] of pictures.entries()) {
        const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.click(`upload-${material}`)]);
        await chooser.setFiles(photo(material, picture));
        await this.at(`paper-${material}`).getByText(`${index + 1} 张`).waitFor();
      }
    }
    await this.checkAndConfirm();
  }

  /** Letters and digits are typed; Chinese arrives whole, as the input method hands it over. */
  async write(text: string): Promise<void> {
    for (const part of text.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) ?? []) {
      if (/[\u3400-\u9fff]/.test(part)) await this.page.keyboard.insertText(part);
      else await this.type(part);
    }
  }

  /** Goes down the open list until the words stand under the cursor. */
  private async pick(label: string): Promise<void> {
    // The list before may still be fading away.
    const active = this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active').last();
    await this.press('ArrowDown');
    await active.waitFor();
    // The list of tiers is long and its labels begin with digits: those are typed.
    if (/\d/.test(label)) await this.type(label.replace(/\D/g, ''));
    while (!(await active.innerText()).includes(label)) await this.press('ArrowDown');
    await this.press('Enter');
    await this.page.locator('input:focus[aria-expanded="false"]').waitFor();
  }
}

/** Answers as they are said at the window: codes by their labels. */
export type Said = Readonly<Record<string, string | boolean | undefined>>;

/** The answers of a form in the words of the hall's code tables. */
export async function said(url: string, answers: EnrolmentAnswers): Promise<Said> {
  const { tables } = await new Caller(url).get<CodeTablesView>('/public/code-tables');
  return Object.fromEntries(ENROLMENT_FIELDS.map(({ name, kind, codeTable }) => {
    const value = answers[name];
    if (kind === 'tier') return [name, `${String(value)} 元`];
    if (codeTable === undefined || kind === 'periods') return [name, value as string | boolean | undefined];
    return [name, tables[codeTable]?.find((entry) => entry.code === value)?.label];
  }));
}

/** What is asked after name and ID number. */
const ASKED = ENROLMENT_FIELDS.map((field) => field.name).filter((name) => name !== 'name' && name !== 'citizenId');
/** Answered already, as nearly everybody answers. */
const STANDING: readonly string[] = ['specialGroup', 'assessmentYear'];
const PICKED: readonly string[] = ['ethnicGroup', 'householdArea', 'householdType', 'tierYuan', 'bankCode'];
