import type { RelativeView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { list, remove, upload } from '../../kit/api.ts';
import { dayInFull } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/family.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { PictureTaker } from '../../kit/ui/picture-taker.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';

export default function Family() {
  const relatives = useResource('relatives', () => list<RelativeView>('/resident/relatives'), { keep: true });
  const [removing, setRemoving] = useState<RelativeView | null>(null);
  const drop = useIntent(async (_, id: string) => {
    await remove(`/resident/relatives/${id}`);
    setRemoving(null);
    await relatives.reload();
  });
  const add = <Button id='add-relative' icon='plus' onTap={() => go('/family/relative/index')}>{copy.add}</Button>;
  return (
    <Screen id='family-page' of={relatives} empty={{ when: (all) => all.length === 0, icon: 'users', title: copy.empty, detail: copy.emptyDetail, action: add }} footer={() => add}>
      {(all) => (
        <>
          <View className='secondary'>{copy.intro}</View>
          {all.map((relative) => (
            <Card key={relative.id} id={`relative-${relative.id}`}>
              <View className='title'>{relative.relationLabel} {inOnePiece(relative.maskedName)}</View>
              <View className='secondary figures'>{relative.maskedCitizenId} · {copy.age(relative.age)}</View>
              <StateTag tone={relative.authority.state === 'checked' ? 'ok' : relative.authority.state === 'uploaded' ? 'info' : 'warn'}>{copy.authority[relative.authority.state]}</StateTag>
              {relative.authority.validUntil && <View className='secondary'>{copy.until(dayInFull(relative.authority.validUntil))}</View>}
              <PictureTaker id={`authority-${relative.id}`} label={relative.authority.state === 'none' ? copy.authorityAdd : copy.authorityReplace} guidance={copy.authorityGuide}
                upload={async (path, key, onProgress) => {
                  const newer = await upload<RelativeView>(`/resident/relatives/${relative.id}/authority`, path, key, onProgress);
                  relatives.put(all.map((one) => (one.id === newer.id ? newer : one)));
                }} />
              <Button id={`enrol-${relative.id}`} kind='quiet' icon='file-pen-line' onTap={() => go(to('/enrolment/start/index', { relativeId: relative.id }))}>{copy.enrol}</Button>
              <Button id={`remove-${relative.id}`} kind='plain' onTap={() => setRemoving(relative)}>{copy.remove}</Button>
            </Card>
          ))}
          {!removing && <Trouble error={drop.error} />}
          {removing && <Confirm id='remove-ask' title={copy.removeAsk(removing.maskedName)} yes={copy.removeYes} danger busy={drop.busy} onYes={() => void drop.run(removing.id)} onNo={() => setRemoving(null)}>{copy.removeDetail}<Trouble error={drop.error} /></Confirm>}
        </>
      )}
    </Screen>
  );
}
