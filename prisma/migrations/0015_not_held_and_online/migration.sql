-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "familyOnline" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'IN_ROOM',
ADD COLUMN     "joinUrlSealed" TEXT,
ADD COLUMN     "notHeldReason" TEXT;
