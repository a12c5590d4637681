import type { RatingQuestionList } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';

export const QUESTIONS = ['rating-questions'] as const;
/** A new one comes with a message, and the bell asks then; this is for whoever's line is down. */
const AGAIN_AFTER_MS = 300_000;

/** What the clerk is or was asked about their own services. */
export const useQuestions = () => useQuery({ queryKey: QUESTIONS, queryFn: () => api.get<RatingQuestionList>('/staff/rating-questions'), refetchInterval: AGAIN_AFTER_MS });

/** How many of them wait for an answer; zero until known. */
export const useQuestionsWaiting = (): number => useQuestions().data?.items.filter(({ mayAnswer }) => mayAnswer).length ?? 0;
