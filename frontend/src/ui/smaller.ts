/** So wide and high is a picture kept. */
const side = 800

/**
 * A picture from this device as small as it will be kept, so that a photo of today's phone can be sent at all. What this browser cannot
 * read goes as it is: the server says what is wrong with it.
 */
export async function smaller(file: File): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/png'))
  } catch {
    return file
  }
}
