import type { OnceOnlyNoticeView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { get } from '../../kit/api.ts';
import { dayInFull, momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enrolment.ts';
import { openPdf } from '../../kit/files.ts';
import { useIntent } from '../../kit/intent.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts } from '../../kit/ui/card.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import './index.scss';

const copy = words.notice;

/** 一次性告知书: everything to be corrected, named at once and in writing. */
export default function Notice() {
  const { id = '' } = useRouter().params;
  const notice = useResource(`notice:${id}`, () => get<OnceOnlyNoticeView>(`/resident/applications/${id}/notice`), { keep: true });
  const open = useIntent(() => openPdf(`/resident/applications/${id}/notice.pdf`));
  return (
    <Screen id='enrolment-notice-page' of={notice} skeleton='page' footer={() => <Button id='open-pdf' kind='quiet' icon='file-text' busy={open.busy} onTap={() => void open.run()}>{copy.save}</Button>}>
      {(it) => (
        <>
          <Card>
            <View className='title centred'>{copy.title}</View>
            <Facts of={[[copy.number, it.number], [copy.case, it.caseNumber], [copy.person, it.personName], [copy.matter, it.matterName], [copy.issued, momentInWords(it.issuedAt, today())], [copy.deadline, it.deadline && dayInFull(it.deadline)]]} />
            <View className='heading'>{copy.items}</View>
            {it.items.map((item, at) => (
              <View key={at} className='notice-item'>
                <View className='notice-item__number figures'>{at + 1}</View>
                <View className='notice-item__words'><View className='notice-item__label'>{item.label}</View><View>{item.sentence}</View></View>
              </View>
            ))}
            <View className='secondary'>{copy.contact}<View className='figures'>{it.contact}</View></View>
            <View className='secondary'>{it.hallName}</View>
          </Card>
          <Trouble error={open.error} />
        </>
      )}
    </Screen>
  );
}
