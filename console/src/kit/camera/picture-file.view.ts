const MAX_BYTES = 5 * 1024 * 1024;
/** Whether a chosen file can be uploaded as a picture; the server looks again at its bytes. */
export function pictureVerdict(file: { type: string; size: number }): 'fine' | 'too-big' | 'wrong-type' {
  if (!['image/jpeg', 'image/png'].includes(file.type)) return 'wrong-type';
  return file.size > MAX_BYTES ? 'too-big' : 'fine';
}
