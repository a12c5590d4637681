import { Image } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { qrPicture } from './qr-picture.ts';

/** A code to be read by the hall's scanner, sharp at any size. */
export function QrCode({ id, text, label }: { id?: string; text: string; label: string }) {
  const src = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text);
    code.make();
    return qrPicture(code.getModuleCount(), (row, column) => code.isDark(row, column));
  }, [text]);
  return <Image {...(id ? { id } : {})} className='qr' src={src} mode='scaleToFill' aria-label={label} />;
}
