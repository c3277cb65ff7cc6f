-- AlterTable
ALTER TABLE "Effect" ADD COLUMN     "jobId" TEXT;
