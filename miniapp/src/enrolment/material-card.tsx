import type { ApplicationMaterialView, ApplicationView, FileLinkView, PictureView } from '@hall/shared/api/views';
import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { post, remove, upload } from '../kit/api.ts';
import { copy as words } from '../kit/copy/enrolment.ts';
import { fileUrl } from '../kit/files.ts';
import { useIntent } from '../kit/intent.ts';
import { thumbnailOf } from '../kit/thumbnails.ts';
import { Card, StateTag } from '../kit/ui/card.tsx';
import { Confirm } from '../kit/ui/confirm.tsx';
import { Icon } from '../kit/ui/icon.tsx';
import { PictureTaker } from '../kit/ui/picture-taker.tsx';
import { Trouble } from '../kit/ui/screen.tsx';
import { Mark } from './mark.tsx';
import { mayChange, nextPage, standing } from './pictures/pictures.view.ts';
import './material-card.scss';

const copy = words.pictures;

interface Props { application: ApplicationView; material: ApplicationMaterialView; put: (newer: ApplicationView) => void; mark?: { sentence: string; fixed: boolean } }

/** One material: what it is for, its pictures, and the way to add or replace them where that is allowed. */
export function MaterialCard({ application, material, put, mark }: Props) {
  const [local, setLocal] = useState<Record<string, string>>({});
  const [removing, setRemoving] = useState<PictureView | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const look = useIntent(async (key, id: string) => {
    const { url } = await post<FileLinkView>(`/resident/pictures/${id}/link`, {}, { key });
    if (process.env.TARO_ENV === 'weapp') await Taro.previewImage({ urls: [fileUrl(url)] });
    else setShown(fileUrl(url));
  });
  const drop = useIntent(async (_, id: string) => {
    put(await remove<ApplicationView>(`/resident/applications/${application.id}/pictures/${id}`));
    setRemoving(null);
  });
  const send = async (path: string, key: string, onProgress: (percent: number) => void) => {
    const before = new Set(material.pictures.map((picture) => picture.id));
    const newer = await upload<ApplicationView>(`/resident/applications/${application.id}/materials/${material.code}/pictures`, path, key, onProgress);
    const added = newer.materials.find((one) => one.code === material.code)?.pictures.find((picture) => !before.has(picture.id));
    if (added) setLocal((was) => ({ ...was, [added.id]: path }));
    put(newer);
  };
  // A new picture takes the place of one that was marked, so there is always room for it.
  const full = material.pictures.length >= material.maxPictures && !(mark && material.pictures.some((picture) => picture.state === 'marked'));
  const mayAdd = mayChange(application, `material:${material.code}`);
  const where = standing(material);
  const wanted = nextPage(material);
  const take = mark ? words.fix.newPicture : wanted ? copy.add(wanted) : material.pictures.length > 0 ? copy.another : copy.add(material.label);
  return (
    <Card id={`material-${material.code}`}>
      <View className='line line--apart material__head'>
        <View className='title'>{material.label}</View>
        {!mark && <StateTag id={`standing-${material.code}`} tone={where.tone} icon={where.icon}>{where.words}</StateTag>}
      </View>
      {mark && <Mark {...mark} />}
      <View className='secondary'>{material.guidance}</View>
      {!mark && <View className='small'>{copy.basis(material.legalBasis)}</View>}
      <View className='stack'>
        <View className='part'>{material.pictures.map((picture) => {
          const src = local[picture.id] ?? thumbnailOf(picture.id);
          return (
          // By page, not by picture: one taken again stands where the old one stood.
          <View key={picture.pageNumber} className='picture'>
            {src ? <Image className='picture__image' src={src} mode='aspectFill' /> : <View className='picture__image'><Icon name='image' /></View>}
            <View className='picture__words'>
              {copy.page(picture.pageNumber)}
              <View className={picture.state === 'marked' ? 'picture__marked' : 'picture__kept'}><Icon name={picture.state === 'marked' ? 'circle-alert' : 'circle-check'} size='small' />{picture.state === 'marked' ? copy.marked : copy.uploaded}</View>
            </View>
            <View className='picture__acts'>
              <View id={`look-${picture.id}`} className='picture__act' onClick={() => void look.run(picture.id)}>{copy.look}</View>
              {mayChange(application, `picture:${picture.id}`) && <View id={`remove-${picture.id}`} className='picture__act' onClick={() => setRemoving(picture)}>{copy.remove}</View>}
            </View>
          </View>
          );
        })}</View>
        <View className='part'>
          {mayAdd && full && !mark && <View className='secondary'>{copy.full(material.maxPictures)}</View>}
          {mayAdd && !full && <PictureTaker id={`take-${material.code}`} label={take} guidance={material.guidance} upload={send} />}
        </View>
        <Trouble error={look.error ?? drop.error} />
        {shown && <View id='picture-shown' className='veil shown' onClick={() => setShown(null)}><Image className='shown__image' src={shown} mode='widthFix' aria-label={material.label} /><View className='shown__close'>{copy.close}</View></View>}
        {removing && <Confirm id='remove-ask' title={copy.removeAsk} yes={copy.removeYes} danger busy={drop.busy} onYes={() => void drop.run(removing.id)} onNo={() => setRemoving(null)} />}
      </View>
    </Card>
  );
}
