import type { Locator, Page } from 'playwright-core';
import type { EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';

/** A picture as a file chooser takes it. */
export const photo = (name: string, buffer: Buffer) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer });

/** A resident and the H5 mini-program in their hand. Pages left behind stay in the document, so only what is shown counts. */
export class Resident {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What is shown under this id. */
  at(id: string): Locator {
    return this.page.locator(`#${id}:visible`).last();
  }

  async tap(id: string): Promise<void> {
    await this.at(id).tap();
  }

  /** Waits for the page of this name. */
  async on(name: string): Promise<void> {
    await this.at(`${name}-page`).waitFor();
  }

  /** Writes into a field and leaves it. */
  async write(id: string, text: string): Promise<void> {
    const field = this.page.locator(`#${id}:visible input, input#${id}:visible, #${id}:visible textarea`).last();
    await field.fill(text);
    await field.blur();
  }

  /** Chooses in a list: all options are shown, or the phone's own picker has them. */
  async choose(id: string, value: string): Promise<void> {
    const picker = this.page.locator(`select#${id}:visible`);
    const option = this.at(`${id}-${value}`);
    await picker.or(option).last().waitFor();
    if (await picker.count() > 0) await picker.selectOption(value);
    else await option.tap();
  }

  /** The sentences beside the fields that are wrong. */
  async complaints(): Promise<string[]> {
    return this.page.locator('.field__error:visible').allInnerTexts();
  }

  async signIn(phone: string, codeFor: (phone: string) => Promise<string>): Promise<void> {
    await this.tap('task-sign-in');
    await this.write('phone', phone);
    await this.tap('send-code');
    await this.at('enter').waitFor();
    await this.write('code', await codeFor(phone));
    await this.tap('enter');
    await this.on('home');
  }

  /** Begins an enrolment for oneself, agreeing to both notices. */
  async beginEnrolment(): Promise<void> {
    await this.tap('door-enrol');
    await this.tap('person-self');
    await this.tap('next');
    await this.at('notice-privacy-notice').waitFor();
    await this.tap('agree');
    await this.at('notice-sensitive-data').waitFor();
    await this.tap('agree');
    await this.on('enrolment-form');
  }

  /** Answers some questions of the page that is open. */
  async answer(answers: EnrolmentAnswers): Promise<void> {
    for (const [name, value] of Object.entries(answers)) {
      if (TYPED.includes(name)) await this.write(name, String(value));
      else await this.choose(name, String(value));
    }
  }

  /** On to the next page of questions, named by its title. */
  async turnTo(title: string): Promise<void> {
    await this.tap('next');
    await this.page.locator('#progress:visible').getByText(title).waitFor();
  }

  /** Takes one picture for a material: guidance first, then the camera, which here is a file. */
  async photograph(material: string, picture: Buffer): Promise<void> {
    // What was sent from this phone is shown from this phone; what the hall shows comes under another address.
    const kept = this.page.locator(`#material-${material}:visible .picture img[src^="blob:"]`);
    const before = await kept.count();
    await this.tap(`take-${material}`);
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.tap(`take-${material}-camera`)]);
    await chooser.setFiles(photo(material, picture));
    await kept.nth(before).waitFor();
  }
}

const TYPED = ['name', 'citizenId', 'phone', 'householdAddress', 'bankCard'];
