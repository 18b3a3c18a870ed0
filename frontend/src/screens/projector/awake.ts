/**
 * Keeps the screen on. Wake lock where the browser gives it; on plain http (a room without a server) there is none, and a
 * silent, looping, one-pixel canvas stream in a video does the same. Returns how to stop.
 */
export function keepAwake(): () => void {
  let over = false
  let lock: WakeLockSentinel | undefined
  const ask = () => {
    if (over || document.visibilityState !== 'visible') return
    navigator.wakeLock.request('screen').then(
      (got) => {
        lock = got
      },
      () => undefined,
    )
  }
  if ('wakeLock' in navigator) {
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }
  return playSilence()
}

function playSilence(): () => void {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const pen = canvas.getContext('2d')
  if (!pen || !('captureStream' in canvas)) return () => undefined
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = canvas.captureStream(1)
  const tick = setInterval(() => pen.fillRect(0, 0, 1, 1), 1000)
  video.play().catch(() => undefined)
  return () => {
    clearInterval(tick)
    video.srcObject = null
  }
}
