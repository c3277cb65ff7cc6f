-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "notHeldReason" TEXT;
