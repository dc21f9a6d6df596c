import { bulk, type BulkAction } from '../api/cases';
import { say, sayFailed } from '../ui/toasts';

const done = { dismiss: 'dismissed', snooze: 'snoozed', attach: 'attached', reopen: 'reopened', detach: 'taken out', assign: 'assigned' } as const;

const leads = (count: number) => (count === 1 ? '1 lead' : `${count} leads`);

/** Does one thing to many leads and says what became of each that refused. */
export async function triage(action: BulkAction): Promise<boolean> {
  try {
    const results = await bulk(action);
    const refused = results.filter((result) => !result.ok);
    const went = results.length - refused.length;
    if (went > 0) say('success', `${leads(went)} ${done[action.action]}`);
    if (refused.length > 0) {
      say('warning', `${leads(refused.length)} not ${done[action.action]}`, refused.map((result) => result.detail ?? result.id).join(' '));
    }
    return went > 0;
  } catch (error) {
    sayFailed('Triage', error);
    return false;
  }
}
