import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf, yearOf, type Day } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import type { Application } from './application.entity.ts';
import type { OnceOnlyNoticeView } from './application.dto.ts';
import { CaseContent } from './case-content.ts';
import { nextNumber, noticeNumberText } from './case-numbers.ts';
import { enrolmentErrors } from './enrolment.errors.ts';
import { OnceOnlyNotice } from './review.entity.ts';

export interface NoticeItem {
  label: string;
  sentence: string;
}

interface NoticeContent {
  personName: string;
  matterName: string;
  deadline: Day | null;
  items: NoticeItem[];
  lateReason: string | null;
}

/** What is said to somebody who is asked a second time for what could have been named at once. */
export const lateSentence = (reason: string): string => `部分内容上次没有指出，抱歉。原因：${reason}`;

/** 一次性告知书: issued with its own number, and shown ever after in the words it was issued with. */
@Injectable()
export class Notices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly content: CaseContent,
    private readonly halls: Halls,
  ) {}

  /** @returns the notice's id */
  async issue(work: Work, row: Application, staffId: string, cause: OnceOnlyNotice['cause'], said: NoticeContent): Promise<string> {
    const id = newId();
    const year = yearOf(dayOf(work.now));
    const { areaCode } = await this.halls.hall(row.hallId);
    const number = noticeNumberText(areaCode, year, await nextNumber(work, row.hallId, 'notice', year));
    await work.add(OnceOnlyNotice, { id, hallId: row.hallId, number, applicationId: row.id, round: row.round, cause, issuedBy: staffId, issuedAt: work.now, content: this.content.seal('notice', id, said) });
    work.audit('notice.issue', id, { applicationId: row.id, cause, items: said.items.length });
    return id;
  }

  /** The latest notice of a case as its resident reads it: the reason for what comes late stands below the items. @throws APPLICATION_NOTICE_NONE */
  async latest(row: Application): Promise<OnceOnlyNoticeView> {
    const { lateReason, ...notice } = await this.issued(row);
    return lateReason === null ? notice : { ...notice, items: [...notice.items, { label: '补充说明', sentence: lateSentence(lateReason) }] };
  }

  /** The latest notice as it was issued. @throws APPLICATION_NOTICE_NONE */
  async issued(row: Application): Promise<OnceOnlyNoticeView & { lateReason: string | null }> {
    const notice = await this.dataSource.manager.findOne(OnceOnlyNotice, { where: { applicationId: row.id }, order: { issuedAt: 'DESC', id: 'DESC' } });
    if (!notice) throw enrolmentErrors.APPLICATION_NOTICE_NONE();
    const { personName, matterName, deadline, items, lateReason } = this.content.open<NoticeContent>('notice', notice.id, notice.content);
    const hall = await this.halls.hall(row.hallId);
    return {
      number: notice.number, caseNumber: row.caseNumber, personName, matterName, issuedAt: notice.issuedAt, deadline,
      items, lateReason,
      contact: `${hall.phone} ${hall.address}`, hallName: hall.name,
    };
  }
}
