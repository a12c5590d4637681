import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { accountsMerged } from '../identity/identity.events.ts';

@Injectable()
export class SuggestionListeners implements OnModuleInit {
  constructor(private readonly listeners: Listeners) {}

  onModuleInit(): void {
    this.listeners.on(accountsMerged, 'suggestion.follow-account', async (work, { payload: { fromResidentId: from, intoResidentId: into } }) => {
      await work.execute('UPDATE suggestion_author SET resident_id = ? WHERE resident_id = ?', [into, from]);
      // What both accounts supported is supported once.
      for (const { suggestion_id: id } of await work.rows<{ suggestion_id: string }>('SELECT suggestion_id FROM suggestion_supporter WHERE resident_id = ?', [from])) {
        await work.sql.insertIfAbsent('suggestion_supporter (suggestion_id, resident_id) VALUES (?, ?)', [id, into]);
      }
      await work.execute('DELETE FROM suggestion_supporter WHERE resident_id = ?', [from]);
    });
  }
}
