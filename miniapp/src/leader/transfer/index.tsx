import type { EnquiryTakersView, StaffEnquiryView } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS } from '@hall/shared/enquiry/enquiry.rules';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { back } from '../../kit/navigate.ts';
import { leaveFor, useResource, type Resource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { CodePicker, Field, TextBox } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { loadEnquiry } from '../enquiry/load.ts';
import { useKeptWords } from '../kept-words.ts';
import { moved } from '../moved.ts';
import { StaffScreen } from '../staff-screen.tsx';

const copy = words.transfer;
const SECTION = 'section:';
interface Choice { enquiry: StaffEnquiryView; takers: EnquiryTakersView }

async function load(id: string): Promise<Choice> {
  const [enquiry, takers] = await Promise.all([get<StaffEnquiryView>(`/staff/enquiries/${id}`), get<EnquiryTakersView>('/staff/enquiry-takers')]);
  return { enquiry, takers };
}

/** Offers a question to a section or a colleague. It stays where it is until somebody accepts. */
export default function Transfer() {
  const { id = '' } = useRouter().params;
  const choice = useResource(`${staffAccount()}:transfer:${id}`, () => load(id));
  return <StaffScreen id='office-transfer-page' of={choice} skeleton='page'>{(all) => <Offer of={choice} all={all} id={id} />}</StaffScreen>;
}

function Offer({ of, all: { enquiry, takers }, id }: { of: Resource<Choice>; all: Choice; id: string }) {
  const [whom, setWhom] = useState<string | undefined>();
  const reason = useKeptWords(`transfer:${id}`);
  const [missing, setMissing] = useState({ whom: false, reason: false });
  const send = useIntent(async (_, to: string, why: string) => {
    const toSection = to.startsWith(SECTION);
    await moved(of, async () => {
      await post(`/staff/enquiries/${id}/offer`, { version: enquiry.version, toStaffId: toSection ? null : to, toDepartmentId: toSection ? to.slice(SECTION.length) : null, reason: why });
      return null;
    });
    reason.sent();
    leaveFor(`${staffAccount()}:enquiry:${id}`, await loadEnquiry(id));
    back();
  });
  const give = () => {
    const why = reason.words.trim();
    const wrong = { whom: whom === undefined, reason: Array.from(why).length < 2 };
    setMissing(wrong);
    if (whom !== undefined && !wrong.reason) void send.run(whom, why);
  };
  const choose = (code: string) => { setMissing({ ...missing, whom: false }); setWhom(code); };
  const people = takers.people.map((person) => ({ code: person.id, label: [person.name, person.departmentName ?? person.post, person.actingName && copy.away(person.actingName)].filter(Boolean).join(' · ') }));
  return (
    <>
      <View className='display'>{copy.ask}</View>
      <View className='secondary'>{copy.hint}</View>
      <Card>
        <Field label={copy.section}><CodePicker id='to-section' label={copy.section} options={takers.sections.map((section) => ({ code: `${SECTION}${section.id}`, label: section.name }))} value={whom} onChange={choose} /></Field>
        <Field label={copy.people} error={missing.whom ? copy.none : null}><CodePicker id='to-person' label={copy.people} options={people} value={whom} onChange={choose} /></Field>
        <Field label={copy.reason} error={missing.reason ? words.act.reasonNeeded : null}><TextBox id='transfer-reason' label={copy.reason} value={reason.words} maxLength={ENQUIRY_LIMITS.reason} placeholder={copy.reasonExample} onChange={(text) => { setMissing({ ...missing, reason: false }); reason.write(text); }} /></Field>
        <Trouble error={send.error} />
        <Button id='offer' busy={send.busy} onTap={give}>{copy.send}</Button>
      </Card>
    </>
  );
}
