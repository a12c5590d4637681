import { acceptanceReceiptPaper } from './acceptance-receipt.paper.ts';
import type { AcceptanceReceipt } from './acceptance-receipt.paper.ts';
import { enrolmentFormPaper } from './enrolment-form.paper.ts';
import type { EnrolmentForm } from './enrolment-form.paper.ts';
import { Faces, notoFaces } from './faces.ts';
import type { FaceFiles } from './faces.ts';
import { onceOnlyNoticePaper } from './once-only-notice.paper.ts';
import type { OnceOnlyNotice } from './once-only-notice.paper.ts';
import { printSheet } from './pdf.ts';
import { badgePaper, serviceCardPaper } from './person.papers.ts';
import type { PersonPapers } from './person.papers.ts';
import { ratingSlipPaper, ticketSlipPaper } from './slips.paper.ts';
import type { RatingSlip, TicketSlip } from './slips.paper.ts';
import { suggestionSlipsPaper } from './suggestion-slips.paper.ts';
import type { SuggestionSlips } from './suggestion-slips.paper.ts';
import { commitmentsBoardPaper, dutiesBoardPaper } from './wall-boards.papers.ts';
import type { CommitmentsBoard, DutiesBoard } from './wall-boards.papers.ts';
import { windowPlatePaper } from './window-plate.paper.ts';
import type { WindowPlates } from './window-plate.paper.ts';

/**
 * Everything the hall prints: data in, a PDF out. Each method throws the domain error `PAPER_GLYPH_MISSING` rather than
 * print a person's name with a wrong or empty character.
 */
export class Papers {
  readonly #faces: Faces;

  /** @param options.rareFontPath a font with the rare characters of names (CJK Extension B and later), such as HanaMinB */
  constructor(options: { rareFontPath?: string | undefined; faces?: FaceFiles } = {}) {
    this.#faces = new Faces(options.faces ?? notoFaces(options.rareFontPath));
  }

  enrolmentForm(form: EnrolmentForm): Promise<Buffer> {
    return printSheet(enrolmentFormPaper(form), this.#faces);
  }

  acceptanceReceipt(receipt: AcceptanceReceipt): Promise<Buffer> {
    return printSheet(acceptanceReceiptPaper(receipt), this.#faces);
  }

  onceOnlyNotice(notice: OnceOnlyNotice): Promise<Buffer> {
    return printSheet(onceOnlyNoticePaper(notice), this.#faces);
  }

  /** 80 mm roll. */
  ticketSlip(slip: TicketSlip): Promise<Buffer> {
    return printSheet(ticketSlipPaper(slip), this.#faces);
  }

  /** 80 mm roll. */
  ratingSlip(slip: RatingSlip): Promise<Buffer> {
    return printSheet(ratingSlipPaper(slip), this.#faces);
  }

  /** Slips for the box on the wall, three on a sheet. */
  suggestionSlips(slips: SuggestionSlips): Promise<Buffer> {
    return printSheet(suggestionSlipsPaper(slips), this.#faces);
  }

  /** A6, one person a sheet. */
  serviceCards(papers: PersonPapers): Promise<Buffer> {
    return printSheet(serviceCardPaper(papers), this.#faces);
  }

  /** 90 × 54 mm, one person a sheet. */
  badges(papers: PersonPapers): Promise<Buffer> {
    return printSheet(badgePaper(papers), this.#faces);
  }

  /** A4 lying, one window a sheet. */
  windowPlates(plates: WindowPlates): Promise<Buffer> {
    return printSheet(windowPlatePaper(plates), this.#faces);
  }

  /** A3 lying. */
  dutiesBoard(board: DutiesBoard): Promise<Buffer> {
    return printSheet(dutiesBoardPaper(board), this.#faces);
  }

  /** A3 lying. */
  commitmentsBoard(board: CommitmentsBoard): Promise<Buffer> {
    return printSheet(commitmentsBoardPaper(board), this.#faces);
  }
}
