// The one electron-builder configuration. `build/dist.mjs` gives it to electron-builder; tests read it as a value.
import path from 'node:path'
import { fuses } from './fuses.mjs'

const here = path.relative(process.cwd(), import.meta.dirname) || '.'
const resource = (name) => path.join(here, name)

/** Where the packer keeps what it makes for a build: keys, licences, marks. */
export const workFolder = 'dist/.work'

/** The ending that packages may bear beside `.zip`; only this one is ours alone, so only it is taken over. */
export const packageEnding = 'szpkg'
export const packageType = 'application/vnd.sizhua.package+zip'

// `${platform}` in a pattern is the machine that packs, not the target, so the prebuild is named for each platform.
// A platform's list with only negations would gain an implied '**/*', so each repeats the whole list.
const filesOf = (platform) => [
  'out/{main,preload,service,jobs,cli}/*.cjs',
  'out/renderer/**',
  'package.json',
  { from: workFolder, to: 'out', filter: ['update-keys.json', 'licences.txt', 'test-build.json'] },
  '!**/*.map',
  '!**/*.d.ts',
  // Of node_modules electron-builder takes the dependencies: better-sqlite3, of which only this platform's binary runs.
  '!node_modules/node-addon-api',
  '!node_modules/better-sqlite3/{deps,src,build,binding.gyp,README.md}',
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`,
  `!node_modules/better-sqlite3/lib/{darwin,linux,linuxmusl,win32}-*.js`,
]

const packageAssociation = {
  ext: packageEnding,
  name: 'sizhua.package',
  description: '四抓台账交换文件',
  role: 'Viewer',
}

const linux = {
  files: filesOf('linux'),
  executableName: 'sizhua',
  executableArgs: ['%f'],
  category: 'Office',
  icon: resource('icon.png'),
  // Fixed texts in ASCII: the fpm of a connected machine reads them in whatever locale it runs.
  maintainer: 'sizhua <sizhua@sizhua.invalid>',
  vendor: 'sizhua',
  synopsis: '四抓台账：区级部门四抓工作的离线台账',
  description: '任务分解表、四条工作线、得分、整改台账和季度小结。不联网，数据只保存在本机。',
  mimeTypes: [packageType],
  syncDesktopName: true,
  desktop: {
    entry: {
      Name: '四抓台账',
      Comment: '区级部门四抓工作的离线台账',
      Keywords: '台账;四抓;招商;整改;',
      StartupNotify: 'true',
    },
  },
}

const deb = {
  artifactName: 'sizhua_${version}_${arch}.${ext}',
  packageCategory: 'utils',
  // Newer releases renamed some libraries; each line is met by either.
  depends: [
    'libgtk-3-0 | libgtk-3-0t64',
    'libnss3',
    'libasound2 | libasound2t64',
    'libgbm1',
    'libxss1',
    'libxtst6',
    'libnotify4',
    'libatspi2.0-0 | libatspi2.0-0t64',
    'libsecret-1-0',
    'libuuid1',
    'xdg-utils',
  ],
  recommends: ['fonts-noto-cjk | fonts-wqy-microhei'],
  afterInstall: resource('linux/after-install.sh'),
  afterRemove: resource('linux/after-remove.sh'),
  // electron-builder's own file knows neither magic nor parent types.
  fpm: [`${path.resolve(import.meta.dirname, 'linux/sizhua.xml')}=/usr/share/mime/packages/sizhua.xml`],
}

const win = {
  files: filesOf('win32'),
  executableName: 'sizhua',
  icon: resource('icon.ico'),
  requestedExecutionLevel: 'asInvoker',
  fileAssociations: [{ ...packageAssociation, icon: resource('icon.ico') }],
}

// For one person, without an administrator, into a folder of their choice; the data stay where they are.
const nsis = {
  oneClick: false,
  perMachine: false,
  allowElevation: false,
  packElevateHelper: false,
  allowToChangeInstallationDirectory: true,
  buildUniversalInstaller: false,
  deleteAppDataOnUninstall: false,
  differentialPackage: false,
  displayLanguageSelector: false,
  installerLanguages: ['zh_CN'],
  language: '2052',
  shortcutName: '四抓台账',
  uninstallDisplayName: '四抓台账 ${version}',
  include: resource('windows/installer-extra.nsh'),
  artifactName: '四抓台账安装程序_${version}_${arch}.${ext}',
}

/**
 * The configuration for one platform. `isPortable`: a Windows folder whose data lie beside the program. `runtime`: null
 * for a product; for a test build where the registry's Electron lies, its version, and whether tools may look into it.
 */
export function configuration({ platform, version, isPortable = false, runtime = null, output = 'dist' }) {
  const isLinux = platform === 'linux'
  return {
    appId: 'cn.sizhua.ledger',
    // The Linux folder is named after it: /opt/sizhua, in letters that every tool there can write.
    productName: isLinux ? 'sizhua' : '四抓台账',
    extraMetadata: {
      version,
      desktopName: 'sizhua.desktop',
      homepage: 'https://sizhua.invalid/',
    },
    directories: { output, buildResources: here },
    asar: true,
    npmRebuild: false,
    publish: null,
    electronLanguages: ['zh-CN', 'en-US'],
    electronFuses: fuses(runtime),
    compression: runtime ? 'store' : 'maximum',
    extraFiles: [
      { from: `${workFolder}/licences.txt`, to: 'licences.txt' },
      ...(isPortable ? [{ from: resource('windows/portable.txt'), to: 'portable.txt' }] : []),
    ],
    linux: runtime ? { ...linux, synopsis: `【测试构建，不得分发】${linux.synopsis}` } : linux,
    deb: runtime ? { ...deb, compression: 'gz', artifactName: 'sizhua-test_${version}_${arch}.${ext}' } : deb,
    win: isPortable ? { ...win, artifactName: '四抓台账免安装版_${version}_${arch}.${ext}' } : win,
    nsis,
    ...(isLinux && { artifactName: `sizhua${runtime ? '-test' : ''}_\${version}_linux-\${arch}.\${ext}` }),
    ...(runtime && { electronDist: runtime.dist, electronVersion: runtime.version, afterPack: runtime.afterPack }),
  }
}
