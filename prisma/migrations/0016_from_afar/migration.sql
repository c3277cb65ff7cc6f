-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "fromAfar" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'IN_ROOM',
ADD COLUMN     "joinUrlSealed" TEXT,
ADD COLUMN     "link" TEXT;
